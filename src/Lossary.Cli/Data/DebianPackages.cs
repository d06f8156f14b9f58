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
    private const string Datasets = "usr/share/datasets";

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
            string unpacked = package.RFile is null
                ? Path.Combine(scratch.FullName, "content", Datasets, package.Name)
                : await ConvertAsync(package, scratch, cancellation).ConfigureAwait(false);
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

    /// <summary>Writes the package's object of R as a table, and returns the folder it is in.</summary>
    private static async Task<string> ConvertAsync(
        DataPackage package, DirectoryInfo scratch, CancellationToken cancellation)
    {
        string source = Path.Combine(scratch.FullName, "content", package.RFile!);
        if (!File.Exists(source))
        {
            throw new DataFileException(package.DebianPackage, $"has no file {package.RFile}.");
        }

        if (RDataFile.IsXz(source))
        {
            // .NET has no xz of its own; the program takes a file by its ending and leaves one without.
            File.Move(source, source + ".xz");
            await RunAsync("xz", ["--decompress", source + ".xz"], scratch, cancellation).ConfigureAwait(false);
        }

        string csv = RDataFrame.ToCsv(package.RObject!, RDataFile.Read(source, package.RObject!));
        DirectoryInfo folder = scratch.CreateSubdirectory("tables");
        string file = Path.Combine(folder.FullName, package.Files[0].Name);
        await File.WriteAllTextAsync(file, csv, cancellation).ConfigureAwait(false);
        return folder.FullName;
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
