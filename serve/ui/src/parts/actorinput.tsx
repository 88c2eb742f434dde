// A field for an actor that completes names, as a combobox that keys and screen readers know.
import { useEffect, useId, useState } from "preact/hooks";
import { address } from "../lib/api";
import { codeOf } from "../lib/format";
import { useDelayed, useFetch } from "../lib/hooks";
import type { Suggestion } from "../lib/types";

// As a spread: the types of preact know a combobox with a datalist only.
const combobox: object = { role: "combobox" };

interface Props {
  label: string;
  placeholder?: string;
  value?: string;
  onPick: (name: string) => void;
  clear?: boolean; // empty the field once picked
  showLabel?: boolean;
}

export function ActorInput({ label, placeholder, value = "", onPick, clear, showLabel }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  useEffect(() => setText(value), [value]);
  const typed = useDelayed(text.trim(), 120);
  const found = useFetch<{ actors: Suggestion[] }>(open && typed ? address("/actors", { prefix: typed, limit: 8 }) : undefined);
  const list = open ? (found.data?.actors ?? []) : [];

  const pick = (name: string) => {
    if (!name) return;
    setText(clear ? "" : name);
    setOpen(false);
    setAt(-1);
    onPick(name);
  };
  const onKey = (e: KeyboardEvent) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      setOpen(true);
      if (list.length) setAt((at + (e.key === "ArrowDown" ? 1 : list.length)) % list.length);
    } else if (e.key === "Enter") {
      e.preventDefault();
      pick(list[at]?.term ?? text.trim());
    } else if (e.key === "Escape") setOpen(false);
  };
  return (
    <div class="combo">
      <label for={id} class={showLabel ? "" : "hidden"}>{label}</label>
      <input
        id={id}
        type="search"
        {...combobox}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-expanded={list.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        onInput={(e) => {
          setText(e.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={list.length === 0}>
        {list.map((s, i) => (
          <li
            key={s.term}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(e) => {
              e.preventDefault();
              pick(s.term);
            }}
          >
            <span>{s.name}</span>{" "}
            <span class="code">{codeOf(s)}</span> {s.office && <span class="faint">{s.office}</span>} <span class="num faint">{s.n}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
