using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>A gate for an image that is opened on its own and is part of a chain: what it may open is what the chain's
/// top may.</summary>
/// <param name="inner">The gate of the chain.</param>
/// <param name="top">The chain's top.</param>
internal sealed class TopGate(OpenGate inner, string top) : OpenGate
{
    public override string? Find(string ignored, string image, string name) => inner.Find(top, image, name);

    public override string Locate(string image, string name) => inner.Locate(image, name);

    public override ByteStore Open(string path, FileOpenOptions options) => inner.Open(path, options);

    public override bool AreSame(string one, string other) => inner.AreSame(one, other);

    public override DateTimeOffset? ChangedAt(string path) => inner.ChangedAt(path);
}
