// Drawings of our own on a grid of 16, in the colour of the text. They never stand for a word alone.

const paths = {
  messages:
    "M3 3.5h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H7l-3 2.5v-2.5H3a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z",
  send: "M14 2 2 7l4.5 2L9 13.5zM6.5 9 14 2",
  batches: "M2.5 3.5h11M2.5 8h11M2.5 12.5h7",
  webhooks: "M8 5.5a2.5 2.5 0 1 0-3.3 2.4L3 11.5M6.5 4.5 9 9.5M4 12h8M12 14.5a2.5 2.5 0 1 0-2-4",
  credits: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6 5.5h4M6 7.5h4M6 5.5c3 0 3 4 0 4L9 12",
  dlt: "M4 2h6l3 3v9H4zM6.5 7h4M6.5 10h4",
  keys: "M10.5 9a3.5 3.5 0 1 0-3.2-2.1L2 12.2V14h2.5v-1.5H6V11l1.8-1.8",
  faults: "M8 2 14.5 13.5h-13zM8 6.5v3.5M8 12v.100",
  account: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.500-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5",
  settings: "M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 2.5v4M6 9.5v4",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.5V8l2.5 1.5",
  tick: "m3 8.5 3.5 3.5L13 5",
  ticks: "m1 8.5 3 3.5 6-7M8 12l6.5-7",
  cross: "m4 4 8 8M12 4l-8 8",
  forbidden: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM4 4l8 8",
  copy: "M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z",
  back: "M13 8H3M7 3.5 2.5 8 7 12.5",
  other: "M4 8h.100M8 8h.100M12 8h.100",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
