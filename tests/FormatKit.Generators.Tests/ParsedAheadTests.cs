using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>Many declarations are parsed on all processors when the first one is asked for: nobody must see
/// that.</summary>
public sealed class ParsedAheadTests
{
    private const int Many = 100;

    [Fact]
    public void Many_declarations_become_what_each_becomes_alone()
    {
        string[] sources = [.. Enumerable.Range(0, Many).Select(Source)];

        var together = Run(sources);

        Assert.Empty(together.Diagnostics);
        for (var number = 0; number < Many; number += 33)
        {
            var alone = Run(Source(number));
            var file = Assert.Single(alone.Result.Results.SelectMany(result => result.GeneratedSources)).HintName;
            Assert.Equal(alone.Source(file), together.Source(file));
        }
    }

    /// <summary>In namespaces, in other types, by the attribute's long name, by its qualified one, and by an alias,
    /// which is not recognised ahead.</summary>
    private static string Source(int number) => (number % 4) switch
    {
        0 => $$"""
            namespace Space.Of.{{Letter(number)}};

            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Layout{{number}} { public partial uint Value { readonly get; set; } }
            """,
        1 => $$"""
            public static partial class Outer{{number}}
            {
                [BinaryLayoutAttribute(4, ByteOrder.BigEndian)]
                public partial struct Layout{{number}} { public partial uint Value { readonly get; set; } }
            }
            """,
        2 => $$"""
            [global::FormatKit.BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Layout{{number}} { public partial uint Value { readonly get; set; } }
            """,
        _ => $$"""
            using Shape = FormatKit.BinaryLayoutAttribute;

            [Shape(4, ByteOrder.BigEndian)]
            public partial struct Layout{{number}} { public partial uint Value { readonly get; set; } }
            """,
    };

    private static char Letter(int number) => (char)('A' + (number / 4));
}
