-- Five queries on 200,000 rows. Everything is computed, so that the output is the same everywhere.
create table item(id integer primary key, grp integer, price integer, name text);
insert into item
  with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000)
  select i, i * 7919 % 997, i * 104729 % 100003, 'item-' || (i * 31 % 5003) || case i % 3 when 0 then '-red' when 1 then '-green' else '' end
  from n;

-- 1: aggregate
select count(*), sum(price), min(price), max(price), round(avg(price), 3) from item;

-- 2: group, with a filter on the groups
select grp, count(*), sum(price) from item group by grp having sum(price) % 17 = 3 order by grp limit 5;

-- 3: join on an index made here
create index item_grp on item(grp);
select count(*), sum(a.price - b.price) from item a join item b on b.grp = a.grp and b.id < a.id where a.id % 251 = 0;

-- 4: sort
select id, price, name from item order by price desc, name, id limit 5 offset 1000;

-- 5: pattern match and string functions
select count(*), sum(length(name)), max(upper(substr(name, 6))) from item where name like '%7_-r%';
