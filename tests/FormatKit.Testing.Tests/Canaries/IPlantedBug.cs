namespace FormatKit.Testing.Tests.Canaries;

/// <summary>What a <see cref="Canary{TBug}"/> does wrong: honest, but for the members that a bug replaces.</summary>
internal interface IPlantedBug
{
    /// <summary>Where the table says that Length starts.</summary>
    static virtual int LengthOffset => 8;

    /// <summary>Whether the accessor of Length reads in the byte order of the table.</summary>
    static virtual bool ReadsInTableOrder => true;

    /// <summary>Whether the layout says that it has rules.</summary>
    static virtual bool HasRules => true;

    /// <summary>Whether validation looks at the checksum.</summary>
    static virtual bool ValidatesChecksum => true;

    /// <summary>Whether validation looks at the version.</summary>
    static virtual bool ValidatesVersion => true;

    /// <summary>What the getter of Length makes of the value.</summary>
    static virtual uint Got(uint length) => length;

    /// <summary>Whether validation finds fault with the version, whatever it is.</summary>
    static virtual bool BlamesVersion(ReadOnlySpan<byte> layout) => false;

    /// <summary>What happens to the bytes after Length was set.</summary>
    static virtual void AfterSet(Span<byte> layout)
    {
    }

    /// <summary>What happens to the bytes after sealing.</summary>
    static virtual void AfterSeal(Span<byte> layout)
    {
    }
}
