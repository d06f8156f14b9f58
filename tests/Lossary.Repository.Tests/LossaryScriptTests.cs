namespace Lossary.Repository.Tests;

/// <summary>./lossary builds when it must, and otherwise only hands over. (Bash: the tests say nothing on Windows.)</summary>
public sealed class LossaryScriptTests : IDisposable
{
    // Its build "compiles" a program that repeats its arguments and its input, and ends with exit code 3.
    private const string Dotnet = """
        case $1 in
            --version) echo 10.0.400 ;;
            build)
                [[ -e $TREE/broken ]] && { echo 'Program.cs(1,1): error CS0000: broken'; exit 1; }
                mkdir -p "$TREE/artifacts/bin/Lossary.Cli/release"
                program=$TREE/artifacts/bin/Lossary.Cli/release/lossary
                printf '#!/usr/bin/env bash\nprintf "<%%s>" "$@"\ncat\nexit 3\n' > "$program"
                chmod +x "$program"
                echo 'noise of the build' ;;
        esac
        """;

    private readonly ScratchTree _tree = new(Dotnet);

    private int Builds => _tree.Calls.Count(call => call.StartsWith("build ", StringComparison.Ordinal));

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Arguments_input_output_and_exit_code_pass_through()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal((3, "<a b><*>input", ""), _tree.Run(_tree.PathOf("tree/lossary"), "input", "a b", "*"));
        }
    }

    [Fact]
    public void A_second_call_builds_nothing()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Run(_tree.PathOf("tree/lossary"));
            int calls = _tree.Calls.Length;
            _tree.Run(_tree.PathOf("tree/lossary"));
            Assert.Equal((1, calls), (Builds, _tree.Calls.Length));
        }
    }

    [Theory]
    [InlineData("tree/src/Program.cs")]
    [InlineData("tree/src/New/File.cs")]
    [InlineData("tree/data/sample.csv")]
    [InlineData("tree/global.json")]
    [InlineData("tree/Directory.Build.props")]
    public void A_changed_source_is_built(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Run(_tree.PathOf("tree/lossary"));
            _tree.Write(path, "changed");
            _tree.Run(_tree.PathOf("tree/lossary"));
            Assert.Equal(2, Builds);
        }
    }

    [Fact]
    public void A_removed_source_is_a_change()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Run(_tree.PathOf("tree/lossary"));
            File.Delete(_tree.PathOf("tree/src/Program.cs"));
            _tree.Run(_tree.PathOf("tree/lossary"));
            Assert.Equal(2, Builds);
        }
    }

    [Fact]
    public void A_link_to_the_script_runs_the_same_program()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(_tree.PathOf("bin/link"), "../tree/lossary");
            Assert.Equal((3, "<x>", ""), _tree.Run(_tree.PathOf("bin/link"), "", "x"));
        }
    }

    [Fact]
    public void A_failed_build_is_shown_and_tried_again()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("tree/broken", "");
            (int exitCode, string output, string error) = _tree.Run(_tree.PathOf("tree/lossary"));
            _tree.Run(_tree.PathOf("tree/lossary"));
            Assert.Equal((1, "", 2), (exitCode, output, Builds));
            Assert.Equal("Program.cs(1,1): error CS0000: broken\nlossary: the build failed.\n", error);
        }
    }

    [Fact]
    public void An_sdk_that_is_too_old_is_one_clear_line()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("bin/dotnet", """
                #!/usr/bin/env bash
                [[ $1 == --list-sdks ]] && { echo '8.0.100 [/sdk]'; echo '9.0.200 [/sdk]'; exit 0; }
                exit 145
                """, executable: true);
            (int exitCode, string output, string error) = _tree.Run(_tree.PathOf("tree/lossary"));
            Assert.Equal((1, ""), (exitCode, output));
            Assert.Equal(
                "lossary: needs the .NET SDK 10.0.400 or later (found 8.0.100, 9.0.200): "
                    + "https://dotnet.microsoft.com/download/dotnet/10.0\n",
                error);
        }
    }
}
