namespace FormatKit.Benchmarks.Layouts;

/// <summary>Adler-32, vectorised and byte by byte.</summary>
public class ChecksumsAdler32 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Adler32.AppendPlain(0, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Adler32.Append(0, Bytes);
}

/// <summary>Fletcher-16, vectorised and byte by byte.</summary>
public class ChecksumsFletcher16 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Fletcher16.AppendPlain(0, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Fletcher16.Append(0, Bytes);
}

/// <summary>Fletcher-32, four words at a time with rare divisions, and word by word.</summary>
public class ChecksumsFletcher32 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Fletcher32.AppendPlain(0, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Fletcher32.Append(0, Bytes);
}

/// <summary>Fletcher-64 with rare divisions, and word by word.</summary>
public class ChecksumsFletcher64 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Fletcher64.AppendPlain(0, Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => Fletcher64.AppendDeferred(0, Bytes);
}

/// <summary>The Internet checksum, vectorised and byte by byte.</summary>
public class ChecksumsInternet : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => InternetChecksum.SumPlain(Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => InternetChecksum.SumVectorised(Bytes);
}

/// <summary>The sum of signed bytes, vectorised and byte by byte.</summary>
public class ChecksumsSigned : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => OnesComplementSignedByteSum32.SumPlain(Bytes);

    /// <inheritdoc/>
    protected override ulong OfFast() => OnesComplementSignedByteSum32.Append(0, Bytes);
}

/// <summary>SHA-256 by the platform, and by its value state.</summary>
public class ChecksumsSha256 : ChecksumTwins
{
    /// <inheritdoc/>
    protected override ulong OfPlain() => Sha256.Finish(Sha256.Append(default, Bytes))[0];

    /// <inheritdoc/>
    protected override ulong OfFast() => Sha256.TryCompute(Bytes, out var digest) ? digest[0] : 0ul;
}
