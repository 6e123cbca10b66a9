/** A square icon for tabs and home screens; its colours are fixed because it lives outside the page. */
export function BrandIcon({ size = 64, title }: { size?: number; title: string }) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 64 64" role="img" aria-label={title}>
      <rect width="64" height="64" rx="12" fill="#0b5d5a" />
      <g fill="none" stroke="#ffffff" strokeWidth="5" strokeLinecap="round">
        <path d="M10 42C15 22 27 17 31 33" />
        <path d="M33 42C38 22 50 17 54 33" />
      </g>
    </svg>
  );
}
