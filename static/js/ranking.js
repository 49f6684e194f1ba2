// What of an index answers a question, the best first: Latin words by their beginnings,
// Japanese and Chinese ones anywhere, figures whole.
window.explainerRank = (index) => {
  "use strict";
  const WEIGHT = { name: 8, names: 7, dates: 5, text: 1 };
  const EAST = /[々ァ-ヿ㐀-鿿]+/g;

  // No accents, case, width or apostrophes; one kana for both; dates without 年, 月, 日.
  const read = (text) => {
    const words = text.normalize("NFKD").replace(/[\u0300-\u036f'’ʼ]/g, "").normalize("NFC")
      .toLowerCase().replace(/(\d)[年月日]/g, "$1 ")
      .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt() + 96))
      .replace(EAST, " $& ").match(/[\p{L}\p{N}]+/gu) || [];
    return { words, said: ` ${words.join(" ")} `, whole: words.join("") };
  };

  const field = (of) => (name) => ({ of, ...read(name[0] || "") });
  const all = index.map((entry) => ({ entry, fields: [
    field("name")(entry.name), ...(entry.names || []).map(field("names")),
    field("dates")([entry.dates]), field("text")([entry.text])] }));

  // How well a word is met: 1 as a whole, less in part.
  const met = (word, { words, whole }) => {
    if (words.includes(word)) return 1;
    if (word.search(EAST) >= 0) return whole.includes(word) && 0.7;
    return !/^\d/.test(word) && words.some((other) => other.startsWith(word)) && 0.6;
  };
  const most = (fields, value) => Math.max(...fields.map(value));

  return (query) => {
    const { words, said, whole } = read(query);
    const asWhole = (one) => one.of === "text" || !whole ? 0 : one.whole === whole ? 30
      : one.said.includes(said) ? 9 : 0;
    const score = ({ fields }) => {
      const best = words.map((word) => most(fields, (one) => WEIGHT[one.of] * met(word, one)));
      return best.every(Boolean) && most(fields, asWhole)
        + best.reduce((sum, one) => sum + one, 0) / words.length;
    };
    return all.map((one) => ({ ...one, score: score(one) })).filter((one) => one.score > 0)
      .sort((one, other) => other.score - one.score);
  };
};
