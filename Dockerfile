# Build: the toolchain and the headers stay in this stage.
FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends libssl-dev libsqlite3-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.swift ./
# The dependencies change less often than the sources, so they have a layer of their own.
RUN swift package resolve
COPY Sources Sources
COPY Tests Tests
COPY config config
# The commit that is built, for orderd --version and /health: --build-arg REVISION=$(git rev-parse HEAD).
ARG REVISION=
RUN printf %s "$REVISION" > Sources/orderd/BuiltIn/revision.txt
# Relative relocations, which lld packs, are 3 MB otherwise.
# Who cannot read a program cannot read its processes either, from their first moment (config/FUNCTIONS.md).
RUN swift build -c release --product orderd --static-swift-stdlib \
        -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs \
    && strip -o /orderd "$(swift build -c release --show-bin-path)/orderd" \
    && chmod 711 /orderd

# Run: the program, its three libraries, the certificates that it trusts, the time zones, and its settings.
FROM debian:bookworm-slim
ARG REVISION=
LABEL org.opencontainers.image.title="orderd" \
    org.opencontainers.image.description="The AWS order pipeline in one process" \
    org.opencontainers.image.version="0.1.0" \
    org.opencontainers.image.revision="$REVISION"
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libsqlite3-0 libssl3 libstdc++6 tzdata \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt \
    && useradd --system --uid 10001 --home-dir /var/lib/orderd --create-home orderd \
    && chmod 700 /var/lib/orderd
COPY --from=build /orderd /usr/local/bin/orderd
COPY config /etc/orderd/config
WORKDIR /etc/orderd
ENV ORDERD_HTTP_HOST=0.0.0.0 ORDERD_DATA_DIRECTORY=/var/lib/orderd
USER orderd
VOLUME /var/lib/orderd
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=5s CMD ["orderd", "health"]
ENTRYPOINT ["orderd"]
CMD ["serve"]
