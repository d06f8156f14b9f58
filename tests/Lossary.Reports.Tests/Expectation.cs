namespace Lossary.Reports.Tests;

/// <summary>Compares text with a reviewed file; with LOSSARY_ACCEPT=1 the file is rewritten instead.</summary>
internal static class Expectation
{
    public static void Matches(string file, string actual)
    {
        string path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("LOSSARY_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{file} is missing; LOSSARY_ACCEPT=1 writes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lossary.slnx")))
        {
            folder = folder.Parent;
        }

        string root = folder?.FullName ?? throw new DirectoryNotFoundException("No Lossary.slnx above the tests.");
        return Path.Combine(root, "tests", "Lossary.Reports.Tests", "Expected");
    }
}
