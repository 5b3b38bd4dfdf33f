// East Slavic patronymics: Ivanovich, Ivanovna, Illich, Mykolayovych. Surnames such as Abramovich end alike and are
// taken for patronymics too; that costs little, since a patronymic still counts when it agrees or contradicts.

const PATRONYMIC =
  /^(?:[a-z]{2,}(?:ovich|ovych|ovitch|ovits|owicz|evich|evych|evitch|yevich|ievich|iyovych|ayovych|eyovych|ovna|ivna|yivna|evna|yevna|ievna|inichna|ichna|ovic|evic)|ilich|illich|ilyich|ilych|ilyinichna|kuzmich|lukich|fomich|nikitich)$/u;

/** True if a folded token has the shape of a patronymic. */
export function isPatronymic(token: string): boolean {
  return PATRONYMIC.test(token);
}
