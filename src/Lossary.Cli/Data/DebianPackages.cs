using System.ComponentModel;
using System.Diagnostics;
using Lossary.Data;

namespace Lossary.Cli;

/// <summary>Fetches data sets with Debian's own package client, without installing anything.</summary>
/// <remarks>
/// <c>apt-get download</c> gets the package from wherever the system's administrator has it come from, and needs no
/// rights; <c>dpkg-deb</c> unpacks it.
/// </remarks>
internal static class DebianPackages
{
    private const string Content = "usr/share/datasets";

    /// <summary>Puts a data set's files into a folder.</summary>
    /// <exception cref="FetchException">The system has no such client, or it failed.</exception>
    /// <exception cref="DataFileException">What came is not what was published; nothing is left behind.</exception>
    public static async Task FetchAsync(DataPackage package, string folder, CancellationToken cancellation)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("lossary-");
        try
        {
            await RunAsync("apt-get", ["download", package.DebianPackage], scratch, cancellation).ConfigureAwait(false);
            FileInfo archive = scratch.EnumerateFiles("*.deb").FirstOrDefault()
                ?? throw new FetchException($"'apt-get download {package.DebianPackage}' left no package behind.");
            string[] extract = ["--extract", archive.Name, "content"];
            await RunAsync("dpkg-deb", extract, scratch, cancellation).ConfigureAwait(false);
            string unpacked = Path.Combine(scratch.FullName, "content", Content, package.Name);
            package.Verify(unpacked);
            Directory.CreateDirectory(folder);
            foreach (DataPackageFile file in package.Files)
            {
                File.Copy(Path.Combine(unpacked, file.Name), Path.Combine(folder, file.Name), overwrite: true);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(
        string program, string[] arguments, DirectoryInfo folder, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Start(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        await output.ConfigureAwait(false);
        string said = (await error.ConfigureAwait(false)).Trim().ReplaceLineEndings(" ");
        if (process.ExitCode != 0)
        {
            throw new FetchException(
                $"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}: {said} "
                + "If it knows no such package, 'apt-get update' may help.");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new FetchException(
                $"There is no '{start.FileName}' on this system. Get the files by other means, put them into "
                + $"a folder of the data set's name, and set {DataFolders.Variable} to the folder around it.");
        }
    }
}
