using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants for <c>init</c> and records; .NET Standard 2.0 has none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
