using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>As in GPT: each copy says where it is and where the other one is.</summary>
[BinaryLayout(28, ByteOrder.LittleEndian), Replica("the last sector")]
internal partial struct TwoCopies
{
    [Magic("COPY")] public partial uint Signature { readonly get; set; }
    [Checksum<Crc32>] public partial uint Sum { readonly get; set; }
    [PerCopy(Mirrors = nameof(There))] public partial uint Here { readonly get; set; }
    [PerCopy(Mirrors = nameof(Here))] public partial uint There { readonly get; set; }
    [PerCopy] public partial uint Table { readonly get; set; }
    public partial uint Value { readonly get; set; }
    [Bytes(4)] public readonly partial ReadOnlySpan<byte> Raw { get; }
}

public sealed class ReplicaTests
{
    private static TwoCopies First()
    {
        var copy = new TwoCopies { Here = 1, There = 99, Table = 2, Value = 7 };
        copy.Seal();
        return copy;
    }

    private static TwoCopies Second()
    {
        var copy = new TwoCopies { Here = 99, There = 1, Table = 98, Value = 7 };
        copy.Seal();
        return copy;
    }

    [Fact]
    public void Copies_may_differ_in_their_own_fields_and_checksums()
    {
        var (first, second) = (First(), Second());

        Assert.Empty(Replica.Compare(in first, in second));
        Assert.Equal(ReplicaChoice.Both, Replica.Choose(in first, in second));
    }

    [Fact]
    public void A_field_that_differs_is_a_violation_of_the_second_copy()
    {
        var (first, second) = (First(), Second());
        second.Value = 8;
        second.EditRaw()[2] = 5;

        Assert.Equal(
            ["FKV016: TwoCopies.Value at byte 20: found 8, expected 7", "Raw"],
            Replica.Compare(in first, in second)
                .Select((violation, index) => index == 0 ? violation.ToString() : violation.Path));
    }

    [Fact]
    public void A_mirrored_field_must_say_what_the_other_copy_says_of_itself()
    {
        var (first, second) = (First(), Second());
        second.There = 3;

        var violation = Assert.Single(Replica.Compare(in first, in second));

        Assert.Equal(("There", 3UL, 1UL), (violation.Path, violation.Found, violation.Expected));
    }

    [Theory]
    [InlineData(false, false, ReplicaChoice.Both)]
    [InlineData(true, false, ReplicaChoice.Second)]
    [InlineData(false, true, ReplicaChoice.First)]
    [InlineData(true, true, ReplicaChoice.Neither)]
    public void The_copy_that_keeps_its_rules_is_chosen(bool firstIsBroken, bool secondIsBroken, ReplicaChoice choice)
    {
        var (first, second) = (First(), Second());
        first.Value += firstIsBroken ? 1u : 0;
        second.Value += secondIsBroken ? 1u : 0;

        Assert.Equal(choice, Replica.Choose(in first, in second));
    }

    [Fact]
    public void Whole_copies_that_differ_are_a_conflict()
    {
        var (first, second) = (First(), Second());
        second.Value = 8;
        second.Seal();

        Assert.Equal(ReplicaChoice.Conflict, Replica.Choose(in first, in second));
    }

    [Fact]
    public void Repair_swaps_what_is_mirrored_and_keeps_the_copys_own()
    {
        var (first, second, whole) = (First(), Second(), Second());
        second.Value = 0;
        second.There = 5;

        Assert.True(Replica.Repair(ref second, in first));

        Assert.Equal(whole, second);
    }

    [Fact]
    public void Repair_of_bytes_that_are_no_such_structure_keeps_nothing_and_says_so()
    {
        var (first, second) = (First(), default(TwoCopies));
        second.Table = 1234;

        Assert.False(Replica.Repair(ref second, in first));

        Assert.Equal((99u, 1u, 2u), (second.Here, second.There, second.Table));
        Assert.Equal(ReplicaChoice.Both, Replica.Choose(in first, in second));
    }

    [Fact]
    public void Repair_from_a_copy_that_is_not_whole_changes_nothing()
    {
        var (first, second, before) = (First(), Second(), Second());
        first.Value = 0;

        var thrown = Record(ref second, in first);

        Assert.IsType<ArgumentException>(thrown);
        Assert.Equal(before, second);
    }

    private static ArgumentException? Record(ref TwoCopies broken, in TwoCopies whole)
    {
        try
        {
            Replica.Repair(ref broken, in whole);
            return null;
        }
        catch (ArgumentException refusal)
        {
            return refusal;
        }
    }

    [Fact]
    public void Comparing_and_choosing_allocate_nothing()
    {
        var (first, second) = (First(), Second());
        Replica.Choose(in first, in second);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Replica.Choose(in first, in second);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_table_says_where_copies_are_and_what_is_their_own()
    {
        var info = Layout.InfoOf<TwoCopies>();

        Assert.Equal("the last sector", info.ReplicaPlace);
        Assert.Equal((true, "There"), (info.Fields[2].IsPerCopy, info.Fields[2].Mirrors));
        Assert.Equal((true, null), (info.Fields[4].IsPerCopy, info.Fields[4].Mirrors));
    }

    [Theory]
    [InlineData("\"Nothing\"")]
    [InlineData("nameof(Header.Own)")]
    [InlineData("nameof(Header.Small)")]
    public void What_is_mirrored_is_another_integer_of_the_same_type(string name) => Diagnose("FK0078", $$"""
        [BinaryLayout(6, ByteOrder.BigEndian), Replica("elsewhere")]
        public partial struct Header
        {
            [PerCopy(Mirrors = ⟦{{name}}⟧)] public partial uint Own { readonly get; set; }
            public partial ushort Small { readonly get; set; }
        }
        """);

    [Fact]
    public void A_field_of_each_copy_needs_copies() =>
        DiagnoseField("FK0079", "[⟦PerCopy⟧] public partial uint Own { readonly get; set; }");
}
