# Offprint as an image: compiled JavaScript, production packages, nothing else. docs/operating.md says how to run it.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts: better-sqlite3 carries its binaries. Optional packages stay: the compiler's are among them.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages are a Node for machines that have none (189 MB); the image has its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts
# better-sqlite3 is 27 MB: its sources, and a binary for each platform. One of them runs here.
RUN cd node_modules/better-sqlite3 && rm -rf binding.gyp deps src \
    && find prebuilds -type f ! -name "linux-$(node -p process.arch).node" -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    OFFPRINT_CONFIG=/data/offprint.yaml \
    MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY bin ./bin
RUN ln -s /app/bin/offprint.js /usr/local/bin/offprint
# What an empty volume is filled with on the first start.
COPY data/offprint.sample.yaml data/offprint.empty.yaml ./data/
COPY data/samples ./data/samples
RUN install -d -o node -g node /data
USER node
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT ?? process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "bin/offprint.js", "serve"]
