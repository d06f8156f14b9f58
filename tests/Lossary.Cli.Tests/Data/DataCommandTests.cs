using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Lossary.Data;

namespace Lossary.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_list_names_what_comes_along_and_what_can_be_fetched()
    {
        Outcome table = await Invocation.RunAsync("data", "list");
        Outcome json = await Invocation.RunAsync("data", "list", "--json");

        Assert.Equal((0, 0), (table.Code, json.Code));
        Assert.Contains("sample:ames", table.Out, StringComparison.Ordinal);
        Assert.Contains("fashion-mnist", table.Out, StringComparison.Ordinal);
        JsonElement[] sets = [.. json.Json.EnumerateArray()];
        int samples = SampleSets.All.Count;
        Assert.All(sets[..samples], set => Assert.Equal("ready", set.GetProperty("state").GetString()));
        Assert.Equal(
            ["stars-cyg: table", "doctor-visits: table", "fashion-mnist: images"],
            sets[samples..].Select(set => $"{set.GetProperty("name")}: {set.GetProperty("kind")}"));
    }

    [Theory]
    [InlineData("imagenet", "There is no data set 'imagenet' to fetch; there are stars-cyg, doctor-visits, fashion-mnist.")]
    [InlineData("iris", "'iris' comes with the program: use it as sample:iris.")]
    public async Task A_data_set_that_cannot_be_fetched_is_refused(string name, string reason)
    {
        Assert.Equal($"lossary: {reason}", await Invocation.RefusedAsync(2, "data", "get", name));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data fetch")]
    [InlineData("data get")]
    public async Task A_line_without_what_it_needs_points_at_the_help(string line)
    {
        string error = await Invocation.RefusedAsync(2, line.Split(' '));

        Assert.Matches("Try 'lossary data( get)? --help'", error);
    }

    [Fact]
    public async Task Damaged_files_end_in_bad_data_with_the_file_and_what_was_expected()
    {
        foreach (DataPackageFile file in FashionMnist.Package.Files)
        {
            Directory.CreateDirectory(_scratch.At("fashion-mnist"));
            _scratch.Write(Path.Combine("fashion-mnist", file.Name), "damaged");
        }

        Outcome get = await RunAsync(path: null, "data", "get", "fashion-mnist");
        Outcome list = await RunAsync(path: null, "data", "list", "--json");

        Assert.Equal((3, ""), (get.Code, get.Out));
        Assert.Contains(
            "train-images-idx3-ubyte.gz: is damaged: it has 7 bytes, published were 26421856.",
            get.Error,
            StringComparison.Ordinal);
        Assert.Equal("damaged", list.Json.EnumerateArray().Last().GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_present_data_set_is_verified_and_not_fetched_again()
    {
        if (DataFolders.TryFind(FashionMnist.Package) is string folder)
        {
            Outcome outcome = await Invocation.RunAsync("data", "get", "fashion-mnist");

            Assert.Equal((0, ""), (outcome.Code, outcome.Error));
            Assert.Equal($"fashion-mnist is in {folder}; its checksums are right.\n", outcome.Out);
        }
    }

    // The fetching itself, with stand-ins for Debian's programs: nothing is asked of a network.
    [Fact]
    public async Task What_a_package_brings_is_verified_before_it_is_kept()
    {
        if (!OperatingSystem.IsWindows())
        {
            Program("apt-get", "[ \"$1 $2\" = 'download dataset-fashion-mnist' ] && touch d.deb");
            Program("dpkg-deb", "mkdir -p \"$3/usr/share/datasets/fashion-mnist\"");

            Outcome outcome = await FetchAsync();

            Assert.Equal((3, ""), (outcome.Code, outcome.Out));
            Assert.Contains(
                "train-images-idx3-ubyte.gz: there is no such file.", outcome.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_scratch.At("fashion-mnist")));
        }
    }

    [Fact]
    public async Task An_object_of_a_package_of_R_becomes_a_table_and_is_verified()
    {
        if (!OperatingSystem.IsWindows())
        {
            // A database as R makes it, without the stars.
            const string Folder = "$3/usr/lib/R/site-library/robustbase/data";
            string index = Convert.ToBase64String(SmallFrame.Index), objects = Convert.ToBase64String(SmallFrame.Objects);
            Program("apt-get", "[ \"$1 $2\" = 'download r-cran-robustbase' ] && touch r.deb");
            Program("dpkg-deb", $"mkdir -p \"{Folder}\"; echo {index} | base64 -d > \"{Folder}/Rdata.rdx\"; "
                + $"echo {objects} | base64 -d > \"{Folder}/Rdata.rdb\"");

            Outcome outcome = await RunAsync(
                _scratch.At("bin"), "data", "get", "stars_cyg", "--folder", _scratch.At("stars"));

            Assert.Equal((3, ""), (outcome.Code, outcome.Out));
            Assert.Contains("Rdata.rdx: has no object 'starsCYG'.", outcome.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_scratch.At("stars")));
        }
    }

    [Fact]
    public async Task A_client_that_fails_or_is_not_there_is_told_in_one_line()
    {
        if (!OperatingSystem.IsWindows())
        {
            Outcome none = await FetchAsync();
            Program("apt-get", "echo 'E: No packages found' >&2; exit 100");
            Outcome failed = await FetchAsync();

            Assert.Equal((1, 1), (none.Code, failed.Code));
            Assert.Contains("There is no 'apt-get' on this system.", none.Error, StringComparison.Ordinal);
            Assert.Contains("ended with 100: E: No packages found", failed.Error, StringComparison.Ordinal);
        }
    }

    private Task<Outcome> FetchAsync() => RunAsync(
        _scratch.At("bin"), "data", "get", "fashion-mnist", "--folder", _scratch.At("fashion-mnist"));

    /// <summary>Runs the program with a data folder of its own, and one folder of programs if it is given.</summary>
    private Task<Outcome> RunAsync(string? path, params string[] arguments)
    {
        ProcessStartInfo start = BuiltProgram.Start(_scratch.Folder, arguments);
        start.Environment["LOSSARY_DATA"] = _scratch.Folder;
        if (path is not null)
        {
            start.FileName = Environment.ProcessPath!;
            start.Environment["PATH"] = path;
        }

        return BuiltProgram.RunAsync(start);
    }

    [UnsupportedOSPlatform("windows")]
    private void Program(string name, string script)
    {
        Directory.CreateDirectory(_scratch.At("bin"));
        string path = _scratch.Write(Path.Combine("bin", name), $"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
