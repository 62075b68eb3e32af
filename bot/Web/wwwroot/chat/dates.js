const time = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', day: 'numeric', month: 'numeric', year: 'numeric' });

const midnight = moment => new Date(moment).setHours(0, 0, 0, 0);

export const sayTime = moment => time.format(moment);

export const sameDay = (one, other) => midnight(one) === midnight(other);

export function sayDay(moment, now = new Date()) {
  const days = Math.round((midnight(now) - midnight(moment)) / 86400e3);
  return days === 0 ? 'Hôm nay' : days === 1 ? 'Hôm qua' : day.format(moment);
}
