using FormatKit.Generators.Tests.Declarations;

namespace FormatKit.Generators.Tests;

public sealed class ValidateTests
{
    /// <summary>A sink that lives on the stack, as strict callers have it.</summary>
    private ref struct OffsetSum : IViolationSink
    {
        public int Total;

        public void Add(in Violation violation) => Total += violation.Offset;
    }

    [Fact]
    public void All_violations_are_reported_not_only_the_first()
    {
        var footer = new VhdFooter { DiskType = (VhdDiskType)1, Checksum = 5 };

        var violations = Layout.Validate(in footer);

        Assert.Equal(
            ["Cookie", "Version", "DiskType", "Checksum"], violations.Select(violation => violation.Path));
        Assert.Equal([0, 12, 60, 64], violations.Select(violation => violation.Offset));
    }

    [Fact]
    public void Validation_allocates_nothing_whether_valid_or_not()
    {
        var valid = default(VhdFooter);
        valid.Seal();
        var broken = default(VhdFooter);
        var table = default(Table);
        Run(valid, broken, table); // makes the tables, once

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Run(valid, broken, table);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal((0, 3, 6), found);
        Assert.Equal(0, after - before);

        static (int Valid, int Broken, int Table) Run(in VhdFooter valid, in VhdFooter broken, in Table table)
        {
            var first = default(FirstViolation);
            var sum = default(OffsetSum);
            return (
                Layout.Validate(in valid, ref first),
                Layout.Validate(in broken, ref sum),
                Layout.Validate(in table, ref first));
        }
    }

    [Fact]
    public void A_sink_on_the_stack_gets_the_violations_of_nested_layouts()
    {
        var table = default(Table);
        var sum = default(OffsetSum);

        var broken = Layout.Validate(in table, ref sum);

        // Mark and Sum of each entry, at 2, 8 and 14.
        Assert.Equal((6, (2 + 4) + (8 + 10) + (14 + 16)), (broken, sum.Total));
    }
}
