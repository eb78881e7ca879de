/** Under this name the device keeps what it is registered as; it goes with everything else at sign-out. */
export const registeredKey = 'shouwen.push';
