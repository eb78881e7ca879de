/** What marks a complaint while it is offered by the green channel (GRN-1). */
export const greenFlag = 'green-channel';
