namespace Lossary.Repository.Tests;

/// <summary>./test counts what ran, and says so in its last line. (Bash: the tests say nothing on Windows.)</summary>
public sealed class TestScriptTests : IDisposable
{
    // A test run passes 4 and fails as many as tests/PROJECT/failures says; conformance reports what its file says.
    private const string Dotnet = """
        case $1 in
            build) [[ ! -e broken ]] || { echo 'error CS0000'; exit 1; } ;;
            format) [[ ! -e unformatted ]] ;;
            */Lossary.Conformance.dll) cat conformance; grep -q ' 0 failed' conformance ;;
            test)
                while [[ $1 != --results-directory ]]; do project=${project:-$2}; shift; done
                file=${4#*LogFileName=}
                failed=$(cat "$project/failures" 2> /dev/null || echo 0)
                [[ $failed == crash ]] && exit 134
                echo "width ${DOTNET_EnableAVX512:-}${DOTNET_EnableHWIntrinsic:-} $file" >> "$CALLS"
                printf '<Run><Counters total="9" executed="9" passed="4" failed="%s" error="0" /></Run>' "$failed" \
                    > "$2/$file"
                ((failed == 0)) ;;
        esac
        """;

    private readonly ScratchTree _tree = new(Dotnet);

    public TestScriptTests()
    {
        _tree.Write("tree/tests/Lossary.Data.Tests/x", "");
        _tree.Write("tree/tests/Lossary.Numerics.Tests/x", "");
        _tree.Write("tree/conformance", "worked: 7 0 1\n7 passed, 0 failed, 1 skipped\n");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Every_run_counts_and_the_numeric_suite_runs_at_three_widths()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal((0, "23 passed, 0 failed"), Run());
            IEnumerable<string> narrow = _tree.Calls.Where(call => call.StartsWith("width 0 ", StringComparison.Ordinal));
            Assert.Equal(
                ["width 0 Lossary.Numerics.Tests.256-bit.trx", "width 0 Lossary.Numerics.Tests.scalar.trx"],
                narrow.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Failed_tests_are_counted()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("tree/tests/Lossary.Data.Tests/failures", "2");
            Assert.Equal((1, "23 passed, 2 failed"), Run());
        }
    }

    [Fact]
    public void A_run_that_crashes_has_failed()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("tree/tests/Lossary.Data.Tests/failures", "crash");
            Assert.Equal((1, "19 passed, 1 failed"), Run());
        }
    }

    [Fact]
    public void A_conformance_failure_is_counted_and_what_is_skipped_is_not()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("tree/conformance", "5 passed, 3 failed, 9 skipped\n");
            Assert.Equal((1, "21 passed, 3 failed"), Run());
        }
    }

    [Fact]
    public void A_failed_build_is_a_failure()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("tree/broken", "");
            Assert.Equal((1, "0 passed, 1 failed"), Run());
        }
    }

    [Fact]
    public void Unformatted_files_are_a_failure()
    {
        if (!OperatingSystem.IsWindows())
        {
            _tree.Write("tree/unformatted", "");
            Assert.Equal((1, "23 passed, 1 failed"), Run());
        }
    }

    [Fact]
    public void One_project_runs_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal((0, "4 passed, 0 failed"), Run("Data"));
            Assert.Equal((2, ""), Run("Dta"));
        }
    }

    private (int ExitCode, string LastLine) Run(params string[] arguments)
    {
        (int exitCode, string output, _) = _tree.Run(_tree.PathOf("tree/test"), "", arguments);
        return (exitCode, output.TrimEnd('\n').Split('\n')[^1]);
    }
}
