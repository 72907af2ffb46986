namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="WhatIsReadIsWrittenAgain"/>.</summary>
    public const string ReadLaw = "what is read is written as it was";

    /// <summary>The name of <see cref="WhatIsWrittenIsReadAgain"/>.</summary>
    public const string WriteLaw = "what is written is read as it was";

    /// <summary>Writing a record that was read from bytes as a writer writes them gives the same bytes.</summary>
    public static LawResult WhatIsReadIsWrittenAgain<T>(ulong? seed = null)
        where T : IBinaryRecord<T> => ForAll<T>(ReadLaw, seed, example =>
        {
            var value = Read<T>(example.Bytes);
            ExpectSame<T>(example.Bytes, Records.ToBytes(in value), "written again it differs");
        });

    /// <summary>Reading a record that was written gives an equal one: no field is lost, and none is another.</summary>
    public static LawResult WhatIsWrittenIsReadAgain<T>(ulong? seed = null)
        where T : IBinaryRecord<T> => ForAll<T>(WriteLaw, seed, example =>
        {
            var value = Read<T>(example.Bytes);
            var again = Read<T>(Records.ToBytes(in value));
            if (RecordEquality.Difference(Records.InfoOf<T>(), value, again) is { } difference)
            {
                throw new BrokenClaimException(difference, "it is another after writing and reading");
            }
        });
}
