// For mujs: properties, arrays, strings, regular expressions, exceptions.
function sieve(limit) {
    var composite = [], primes = 0;
    for (var i = 2; i < limit; ++i) {
        if (composite[i]) continue;
        ++primes;
        for (var j = i + i; j < limit; j += i) composite[j] = true;
    }
    return primes;
}
print("primes", sieve(40000));
var counts = {}, text = "";
for (var i = 0; i < 4000; ++i) {
    var key = "k" + (i * 7919 % 101);
    counts[key] = (counts[key] || 0) + 1;
    text += key + ";";
}
print("keys", Object.keys(counts).sort().slice(0, 4).join(), text.length, text.match(/k1[0-9];/g).length);
try { null.field; } catch (error) { print("caught", error instanceof TypeError); }
print("json", JSON.stringify({ a: [1, 2.5, "x"], b: { c: null } }));
