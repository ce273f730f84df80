// Whose each phone is and what it shows, kept in this tab so that a reload finds it again.

const KEPT = "rehearsal-phones";

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

// → { personId, chatId }, or {}; both may have gone since
export const seatOf = (phone) => kept()[phone.n] ?? {};

export function keepSeat({ n, personId, chatId }) {
  if (personId !== null) sessionStorage.setItem(KEPT, JSON.stringify({ ...kept(), [n]: { personId, chatId } }));
}
