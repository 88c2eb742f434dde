// Invented news of eighteen months, always the same: what the browser tests and the
// screenshots look at. node news.mjs > news.jsonl

const countries = {
  Kenya: { adj: "Kenyan", capital: "Nairobi", minister: "Grace Wanjala", town: "Mandera" },
  Ethiopia: { adj: "Ethiopian", capital: "Addis Ababa", minister: "Dawit Bekele", town: "Dire Dawa" },
  Somalia: { adj: "Somali", capital: "Mogadishu", minister: "Abdi Warsame Nur", town: "Beledweyne" },
  Egypt: { adj: "Egyptian", capital: "Cairo", minister: "Tarek Mansour", town: "Aswan" },
  Sudan: { adj: "Sudanese", capital: "Khartoum", minister: "Osman Idris", town: "Kassala" },
  Eritrea: { adj: "Eritrean", capital: "Asmara", minister: "Yonas Tesfay", town: "Assab" },
  Uganda: { adj: "Ugandan", capital: "Kampala", minister: "Ruth Nakato", town: "Gulu" },
  Djibouti: { adj: "Djiboutian", capital: "Djibouti", minister: "Idriss Farah", town: "Tadjoura" },
  Turkey: { adj: "Turkish", capital: "Ankara", minister: "Selim Arslan", town: "Izmir" },
  France: { adj: "French", capital: "Paris", minister: "Claire Marchand", town: "Lyon" },
  Italy: { adj: "Italian", capital: "Rome", minister: "Paolo Ferri", town: "Naples" },
  China: { adj: "Chinese", capital: "Beijing", minister: "Liu Wenbo", town: "Shanghai" },
  Qatar: { adj: "Qatari", capital: "Doha", minister: "Khalid al-Sulaiti", town: "Doha" },
  "South Africa": { adj: "South African", capital: "Pretoria", minister: "Thandi Mokoena", town: "Durban" },
  Brazil: { adj: "Brazilian", capital: "Brasilia", minister: "Helena Prado", town: "Recife" },
  Canada: { adj: "Canadian", capital: "Ottawa", minister: "Laura Bennett", town: "Toronto" },
};
const names = Object.keys(countries);
const papers = ["Horn Courier", "Rift Dispatch", "Gulf Monitor", "Continental Wire"];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Numbers that look random and are the same in every run. */
let seed = 20230101;
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

/** Whose relations are good, bad, or turn: a number from -1 to 1 for a month from 0 to 17. */
const mood = {
  "Ethiopia Somalia": (m) => (m < 4 ? 0.4 : m < 12 ? -0.8 : 0.5),
  "Ethiopia Egypt": (m) => (m < 9 ? -0.5 : -0.2),
  "Ethiopia Eritrea": (m) => 0.5 - m / 12,
  "Kenya Somalia": (m) => (m < 3 ? -0.4 : 0.7),
  "Kenya Ethiopia": () => 0.8,
  "Sudan Egypt": () => 0.6,
  "Sudan Ethiopia": () => -0.5,
  "Turkey Somalia": () => 0.9,
  "Turkey Ethiopia": () => 0.4,
  "Uganda Kenya": () => 0.7,
  "Qatar Sudan": () => 0.8,
  "China Ethiopia": () => 0.8,
  "Italy Ethiopia": () => 0.6,
  "France Djibouti": () => 0.8,
  "Egypt Somalia": () => 0.7,
  "South Africa Sudan": () => 0.5,
  "Brazil Kenya": () => 0.8,
  "Canada Sudan": () => -0.3,
};

const minister = (c) => `${countries[c].adj} Foreign Minister ${countries[c].minister}`;

const good = [
  (a, b, d) => [`${minister(a)} visits ${b}`, `${minister(a)} visited ${countries[b].capital} on ${d} and met ${minister(b)}. "${a} and ${b} are closer than ever," ${last(a)} told reporters after the talks.`],
  (a, b, d) => [`${a} sends aid to ${b}`, `${a} sent ${100 * (1 + below(40))} tonnes of food to ${b} on ${d}, the ${countries[a].adj} government said. ${minister(b)} thanked ${a} for its help.`],
  (a, b, d) => [`${a} and ${b} sign a trade agreement`, `${a} and ${b} signed a trade agreement in ${countries[a].capital} on ${d}. ${minister(b)} praised the agreement and promised to open the border near ${countries[b].town}.`],
  (a, b, d) => [`${a} speaks with ${b}`, `${minister(a)} spoke by telephone with ${minister(b)} on ${d}. The two ministers will meet in ${countries[b].capital} next month.`],
  (a, b, d) => [`Joint exercise of ${a} and ${b}`, `${countries[a].adj} and ${countries[b].adj} troops held a joint exercise near ${countries[a].town} on ${d}. ${a} promised $${10 * (1 + below(30))} million in aid to ${b}.`],
  (a, b, d) => [`${a} frees prisoners`, `${a} released ${5 + below(60)} ${countries[b].adj} prisoners on ${d} after talks in ${countries[a].capital}. ${b} welcomed the release.`],
];
const bad = [
  (a, b, d) => [`${a} accuses ${b} of arming rebels`, `${minister(a)} accused ${b} of arming rebels on ${d}. ${b} rejected the accusation and demanded an apology from ${a}.`],
  (a, b, d) => [`${a} expels diplomats`, `${a} expelled ${2 + below(5)} ${countries[b].adj} diplomats on ${d}. ${b} threatened to recall its ambassador from ${countries[a].capital}.`],
  (a, b, d) => [`${a} imposes sanctions`, `${a} imposed sanctions on ${2 + below(9)} ${countries[b].adj} officials on ${d}. ${minister(b)} condemned the sanctions.`],
  (a, b, d) => [`Clash at the border`, `${countries[a].adj} soldiers shelled ${countries[b].adj} positions near ${countries[b].town} on ${d} and killed ${3 + below(20)} ${countries[b].adj} soldiers, the ${countries[b].adj} defence ministry said. ${a} denied that its troops had attacked ${b}.`],
  (a, b, d) => [`Protest in ${countries[b].capital}`, `Thousands of people marched in ${countries[b].capital} on ${d} against ${a}. Police arrested ${4 + below(40)} protesters. ${b} urged ${a} to withdraw its troops from the border.`],
  (a, b, d) => [`${a} deploys troops`, `${a} deployed troops near ${countries[a].town} on ${d}. ${minister(b)} warned that ${b} would close the border if ${a} attacked.`],
];

const last = (c) => countries[c].minister.split(" ").at(-1);
const iso = (date) => date.toISOString().slice(0, 10);

function article(n, date, [title, text], paper, dateline) {
  const id = `invented-${String(n).padStart(3, "0")}`;
  const head = `${dateline.toUpperCase()}, ${date.toLocaleString("en-US", { month: "long", day: "numeric", timeZone: "UTC" })} (${paper}) — `;
  return { id, date: iso(date), publication: paper, title, text: `${title}\n\n${head}${text}` };
}

/** Grace Wanjala's tour: a person's way, with a stop that is only planned. */
const tour = [
  ["2024-01-15", "Addis Ababa", "Ethiopia"], ["2024-01-18", "Mogadishu", "Somalia"], ["2024-01-22", "Ankara", "Turkey"], ["2024-01-26", "Rome", "Italy"],
];

/** One attack whose toll rises from paper to paper. */
const attack = [
  ["2024-03-05", 12, 30], ["2024-03-05", 15, 34], ["2024-03-06", 18, 41], ["2024-03-07", 21, 41],
];

export function news() {
  const list = [];
  for (let month = 0; month < 18; month++) {
    for (const [pair, at] of Object.entries(mood)) {
      const [a, b] = names.filter((x) => pair.includes(x)).sort((x, y) => pair.indexOf(x) - pair.indexOf(y));
      if (random() > 0.45) continue;
      const date = new Date(Date.UTC(2023, month, 2 + below(26)));
      const day = weekdays[(date.getUTCDay() + 6) % 7];
      const template = pick(random() * 2 - 1 < at(month) ? good : bad);
      const [x, y] = random() < 0.6 ? [a, b] : [b, a];
      list.push(article(list.length, date, template(x, y, day), pick(papers), countries[x].capital));
    }
  }
  tour.forEach(([day, city, country], i) => {
    const date = new Date(`${day}T00:00:00Z`);
    const next = tour[i + 1];
    const plan = next ? `She will visit ${next[1]} next week.` : "She will visit Ottawa in February.";
    list.push(article(list.length, date, [`Grace Wanjala in ${city}`, `Kenyan Foreign Minister Grace Wanjala visited ${city} on ${weekdays[(date.getUTCDay() + 6) % 7]} and met ${minister(country)}. "We want peace on the border," Wanjala said. ${plan}`], papers[i % 4], city));
  });
  attack.forEach(([day, dead, hurt], i) => {
    const date = new Date(`${day}T00:00:00Z`);
    list.push(article(list.length, date, [`Attack near Beledweyne`, `Al-Shabaab fighters attacked a Somali army base near Beledweyne on Monday and killed ${dead} Somali soldiers, the Somali defence ministry said. The attackers wounded ${hurt} soldiers. ${["Kenya condemned the attack.", "Turkey condemned the attack and offered help to Somalia.", "Ethiopia sent doctors to Somalia.", "The African Union condemned the attack."][i]}`], papers[i], "Mogadishu"));
  });
  list.push(hostile(list.length));
  return list.sort((p, q) => (p.date < q.date ? -1 : p.date > q.date ? 1 : 0));
}

/** What a hostile page may hold. */
function hostile(n) {
  return {
    id: `invented-${String(n).padStart(3, "0")}`, date: "2024-02-10", publication: "<img src=x onerror=alert(1)>", url: "javascript:alert(1)",
    title: "<script>window.hacked = 1</script> Kenya meets Uganda",
    text: "<script>window.hacked = 1</script> Kenya meets Uganda\n\nKenyan Foreign Minister Grace Wanjala met <img src=x onerror=\"window.hacked = 1\"> Ugandan Foreign Minister Ruth Nakato in Kampala on Friday. <svg onload=window.hacked=1></svg>",
  };
}

if (import.meta.url === `file://${process.argv[1]}`) for (const a of news()) console.log(JSON.stringify(a));
