using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace FormatKit.Packages.Tests;

/// <summary>
/// The packages as they would be published, in a folder outside of the repository, and projects of strangers who
/// install them from there.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    // A version that no cache has seen.
    private readonly string _version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("formatkit-packages-");

    /// <summary>The folder of packages.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    public async ValueTask InitializeAsync()
    {
        await Dotnet.Succeed(
            Root(), "pack", "FormatKit.sln", "-c", Configuration(), "-o", Feed, "--no-build", "-v", "quiet",
            $"-p:Version={_version}", "-nodeReuse:false");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a project that installs FormatKit and FormatKit.Testing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="files">Its files by name.</param>
    /// <returns>Its folder.</returns>
    public string NewProject(string name, params (string Name, string Text)[] files)
    {
        var folder = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="formatkit" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>../installed</RestorePackagesPath>
                <RestoreAdditionalProjectFallbackFolders>{Cache()}</RestoreAdditionalProjectFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FormatKit" Version="{_version}" />
                <PackageReference Include="FormatKit.Testing" Version="{_version}" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return folder;
    }

    /// <summary>The files of a package, unpacked.</summary>
    /// <returns>The folder with them.</returns>
    public string Unpack(string id)
    {
        var folder = Path.Combine(_folder.FullName, "unpacked", id);
        if (!Directory.Exists(folder))
        {
            ZipFile.ExtractToDirectory(Path.Combine(Feed, $"{id}.{_version}.nupkg"), folder);
        }

        return folder;
    }

    // What the packages need from others is there since this was built.
    private static string Cache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));

    // The folder that the tests run from is named by it.
    private static string Configuration() =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)).StartsWith(
            "release", StringComparison.Ordinal) ? "Release" : "Debug";
}
