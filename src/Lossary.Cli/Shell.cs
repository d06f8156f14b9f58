using Spectre.Console;

namespace Lossary.Cli;

/// <summary>Where a command reads and writes: results to <see cref="Out"/>, progress and warnings to <see cref="Error"/>.</summary>
internal sealed class Shell
{
    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether someone watches <see cref="Error"/>, so that a line may be drawn over.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether <see cref="Out"/> may be coloured.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Columns of <see cref="Out"/>.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Whether letters beyond ASCII may be used for plots.</summary>
    public bool IsUnicode { get; init; } = true;

    /// <summary>The process's own streams, as its surroundings want them.</summary>
    public static Shell OfThisProcess()
    {
        bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool isPlain = isDumb || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        bool isAutomatic = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        if (System.Console.IsOutputRedirected)
        {
            System.Console.SetOut(new StreamWriter(System.Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false))
            {
                AutoFlush = true,
            });
        }
        else
        {
            System.Console.OutputEncoding = System.Text.Encoding.UTF8;
        }

        return new()
        {
            In = System.Console.In,
            Out = System.Console.Out,
            Error = System.Console.Error,
            IsWatched = !System.Console.IsErrorRedirected && !isDumb && !isAutomatic,
            IsColoured = !System.Console.IsOutputRedirected && !isPlain,
            Width = WidthOfTerminal(),
            IsUnicode = !isDumb,
        };
    }

    /// <summary>Tables and colours on <see cref="Out"/>, as wide as it is.</summary>
    public IAnsiConsole Console()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = IsUnicode;
        return console;
    }

    private static int WidthOfTerminal()
    {
        const int Redirected = 120;
        if (System.Console.IsOutputRedirected)
        {
            return Redirected;
        }

        // Some terminals say 0.
        int width = System.Console.WindowWidth;
        return width < 40 ? Redirected : width;
    }
}
