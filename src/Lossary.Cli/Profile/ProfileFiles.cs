using System.Text;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The plots of a profile as files.</summary>
internal static class ProfileFiles
{
    /// <summary>Writes every plot that the data has.</summary>
    /// <returns>The files' paths.</returns>
    /// <exception cref="UsageException">The folder cannot be written to.</exception>
    public static IReadOnlyList<string> Write(string folder, DataProfile profile)
    {
        try
        {
            Directory.CreateDirectory(folder);
            List<string> files = [];
            foreach ((string name, Figure figure) in ProfileFigures.Of(profile))
            {
                string path = Path.Combine(folder, name + ".svg");
                File.WriteAllText(path, figure.Plot.ToSvg() + "\n", new UTF8Encoding(false));
                files.Add(path);
            }

            return files;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The plots cannot be written to {folder}: {error.Message}");
        }
    }
}
