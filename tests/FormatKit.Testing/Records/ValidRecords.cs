using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Testing;

/// <summary>
/// Records without violations, which remember by their bytes how they were drawn, and so can be shrunk.
/// </summary>
internal sealed class ValidRecords<T>
    where T : IBinaryRecord<T>
{
    private const int Remembered = 10_000;
    private readonly Dictionary<string, RecordCase> _drawn = [];

    public Arbitrary<T> Arbitrary => Arb.From(
        RecordLaws.Drawn<T>().Generator.Select(Remember),
        value => _drawn.TryGetValue(KeyOf(Records.ToBytes(in value)), out var drawn)
            ? RecordLaws.Drawn<T>().Shrinker(drawn).Select(Remember)
            : []);

    private static string KeyOf(byte[] bytes) => Convert.ToHexString(bytes);

    private T Remember(RecordCase drawn)
    {
        if (_drawn.Count >= Remembered)
        {
            _drawn.Clear();
        }

        _drawn[KeyOf(drawn.Bytes)] = drawn;
        return Records.Read<T>(drawn.Bytes);
    }
}
