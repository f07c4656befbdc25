#!/bin/sh
# Runs once, when the database container is empty: the owner who migrates, and the application's login, which may only
# add to the journal.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$KENES_OWNER_PASSWORD" -v app="$KENES_APP_PASSWORD" --username postgres <<'SQL'
create role kenes_owner login password :'owner';
create role kenes_app login password :'app';
create database kenes owner kenes_owner encoding 'UTF8' template template0;
\connect kenes
alter schema public owner to kenes_owner;
revoke create on schema public from public;
SQL
