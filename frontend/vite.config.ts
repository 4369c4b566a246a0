// How the desk is built: into the Python package, so that whoever installs Sayso needs no Node.
import { defineConfig } from "vite";

export default defineConfig({
  base: "/static/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../src/sayso/show/desk/static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the Content-Security-Policy allows no data: scripts
    modulePreload: { polyfill: false }, // the polyfill is an inline script in older browsers only
    target: "es2022",
    rollupOptions: {
      output: {
        entryFileNames: "desk.js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
  server: { proxy: { "^/.*\\.(json|csv)": "http://127.0.0.1:8765" } },
});
