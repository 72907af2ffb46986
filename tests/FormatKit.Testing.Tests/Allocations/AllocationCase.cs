namespace FormatKit.Testing.Tests.Allocations;

/// <summary>Judges what a layout allocates, whichever it is.</summary>
internal abstract class AllocationCase
{
    /// <summary>Reads, writes and edits through every member of valid layouts.</summary>
    internal abstract void CheckAccessors();

    /// <summary>Writes every text and reads it.</summary>
    internal abstract void CheckTexts();

    /// <summary>Validates valid layouts and any bytes.</summary>
    internal abstract void CheckValidation();

    /// <summary>Seals, copies and compares any bytes.</summary>
    internal abstract void CheckOperations();
}

internal sealed class AllocationCase<T> : AllocationCase
    where T : struct, IBinaryLayout<T>, IEquatable<T>
{
    private const string Written = "text";
    private static readonly byte[] Region = [1, 2, 3, 4, 5];

    internal override void CheckAccessors()
    {
        var called = new HashSet<string>();
        ForAllValid(value =>
        {
            foreach (var accessor in Accessor<T>.All)
            {
                // The first call loads what it needs, the second one is that of an accessor that remembers.
                if (Runs(accessor, ref value))
                {
                    called.Add(accessor.Name);
                    Assert.Equal((accessor.Name, 0L), (accessor.Name, AllocatedBy(accessor, ref value)));
                }
            }
        });

        Assert.Empty(Accessor<T>.All.Select(accessor => accessor.Name).Except(called));
    }

    internal override void CheckTexts()
    {
        var value = default(T);
        foreach (var text in Accessor<T>.Texts)
        {
            text.Write(ref value, Written);
            text.Read(ref value);
            var before = GC.GetAllocatedBytesForCurrentThread();
            text.Write(ref value, Written);
            var afterWriting = GC.GetAllocatedBytesForCurrentThread();
            var read = text.Read(ref value);
            var afterReading = GC.GetAllocatedBytesForCurrentThread();
            _ = new string(Written.AsSpan());
            var afterMaking = GC.GetAllocatedBytesForCurrentThread();

            Assert.Equal(Written, read);
            Assert.Equal(0, afterWriting - before);
            Assert.Equal(afterMaking - afterReading, afterReading - afterWriting);
        }
    }

    internal override void CheckValidation()
    {
        ForAllValid(value =>
        {
            Validated(in value);
            Assert.Equal((0, 0L), Validated(in value));
        });
        var broken = 0;
        Law.ForAll($"{typeof(T).Name} is validated without allocating", Arbitraries.Bytes<T>(), bytes =>
        {
            Validated(in Layout.View<T>(bytes));
            var (found, allocated) = Validated(in Layout.View<T>(bytes));
            broken += found;
            Assert.Equal(0, allocated);
        });

        Assert.Equal(Layout.HasRules<T>(), broken > 0);
    }

    internal override void CheckOperations() =>
        Law.ForAll($"{typeof(T).Name} is handled without allocating", Arbitraries.Bytes<T>(), bytes =>
        {
            Handle(bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Handle(bytes);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        });

    private static void ForAllValid(Action<T> check) =>
        Law.ForAll($"{typeof(T).Name} allocates nothing", Arbitraries.Valid<T>(), check);

    // Some values have no view: a time beyond the calendar, a position whose bytes no number counts.
    private static bool Runs(Accessor<T> accessor, ref T value)
    {
        try
        {
            for (var call = 0; call < 2; call++)
            {
                accessor.Call(ref value);
            }

            return true;
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static long AllocatedBy(Accessor<T> accessor, ref T value)
    {
        accessor.Call(ref value);
        var before = GC.GetAllocatedBytesForCurrentThread();
        accessor.Call(ref value);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (int Broken, long Allocated) Validated(in T value)
    {
        var sink = default(Counter);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var broken = Layout.Validate(in value, ref sink);
        Layout.Validate(in value, Strictness.Wild, ref sink);
        if (Layout.IsValid(in value) != (broken == 0))
        {
            throw new InvalidOperationException("Two ways of validating disagree.");
        }

        Layout.Validate(in value, Externals(), ref sink);
        return (broken, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ExternalRegions Externals() => Layout.InfoOf<T>().Externals.Count switch
    {
        0 => default,
        1 => new(Region),
        _ => new(Region, Region),
    };

    private static void Handle(byte[] bytes)
    {
        ref var value = ref Layout.Edit<T>(bytes);
        Layout.TryRead<T>(bytes, out var copy);
        Layout.Seal(ref copy);
        Layout.Seal(ref copy, Externals());
        Layout.Write(in copy, bytes);
        Replica.AreSame(in copy, in value);
        if (!copy.Equals(value) || copy.GetHashCode() != value.GetHashCode())
        {
            throw new InvalidOperationException("A copy is not what was copied.");
        }
    }

    private struct Counter : IViolationSink
    {
        private int _count;

        public void Add(in Violation violation) => _count += violation.Offset >= 0 ? 1 : 0;
    }
}
