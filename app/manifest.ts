import type { MetadataRoute } from "next";

/** What a browser needs to put Marcha among a device's applications. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Marcha",
    short_name: "Marcha",
    start_url: "/dashboard",
    scope: "/",
    display: "standalone",
    background_color: "#faf9f6",
    theme_color: "#0b5d5a",
    categories: ["health", "sports"],
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
