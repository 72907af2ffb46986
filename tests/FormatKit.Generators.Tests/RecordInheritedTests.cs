using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What a record has from a class that is no record.</summary>
public sealed class RecordInheritedTests
{
    private const string Record = "[BinaryRecord(ByteOrder.BigEndian)]\npublic sealed partial class Chunk : ";

    [Fact]
    public void Values_of_a_base_class_are_said_to_be_lost() => Assert.Equal(
        "'Chunk' inherits 'Number' and 'Name' from 'Named', which is neither read nor written: the fields of a record "
        + "are its own properties; declare it in 'Chunk', or with a body in 'Named' if it is no field",
        Diagnose("FK0160", $$"""
            public class Named
            {
                public uint Number { get; set; }
                public string Name { get; protected init; } = "";
            }

            {{Record}}⟦Named⟧ { public byte Value { get; set; } }
            """));

    [Theory]
    [InlineData("global::Test.Named", "namespace Test { public class Named { public int Number { get; set; } } }")]
    [InlineData("Generic<int>", "public class Generic<T> { public T? Value { get; set; } }")]
    [InlineData("Empty", "public class Empty : Named; public class Named { public int Number { get; set; } }")]
    [InlineData("Above.Named", "public static class Above { public class Named { public int Number { get; set; } } }")]
    public void It_is_said_where_the_class_is_named(string name, string declaration) => Diagnose(
        "FK0160",
        $"{Record}⟦{name}⟧ {{ public byte Own {{ get; set; }} }}\n"
        + declaration);

    [Fact]
    public void Where_the_class_is_named_in_another_part_it_is_said_at_the_record() => Diagnose("FK0160", """
        public class Named { public int Number { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)] public sealed partial class ⟦Chunk⟧ { public byte Value { get; set; } }
        public sealed partial class Chunk : Named;
        """);

    [Theory]
    [InlineData("public int Number { get; } = 3;")]
    [InlineData("public int Number => 3;")]
    [InlineData("public static int Number { get; set; }")]
    [InlineData("private int _number; public int Number { get => _number; set => _number = value; }")]
    [InlineData("public abstract int Number { get; }")]
    public void What_holds_no_value_that_is_set_is_the_classes_own_matter(string member)
    {
        var body = member.Contains("abstract", StringComparison.Ordinal) ? "public override int Number => 4;" : "";
        _ = RunClean($$"""
            #pragma warning disable CS1591
            public abstract class Named { {{member}} }
            {{Record}}Named { public byte Value { get; set; } {{body}} }
            """);
    }

    [Fact]
    public void A_record_with_the_warning_is_a_record_all_the_same()
    {
        var run = Run($$"""
            #pragma warning disable CS1591
            public class Named { public uint Number { get; set; } }
            {{Record}}Named { public byte Value { get; set; } }
            """);

        Assert.Equal("FK0160", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerIds);
        Assert.Contains("IBinaryRecord<Chunk>", run.Source("Chunk.g.cs"), StringComparison.Ordinal);
    }
}
