/**
 * The shape that a translation of `Original` must have: every key, nothing else. Chinese has no plural; where a key ends in `_other`,
 * a language that has one may add `_one`.
 */
export type Translation<Original> = {
  [Key in keyof Original]: Original[Key] extends string ? string : Translation<Original[Key]>;
} & {
  [Key in keyof Original as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string;
};
