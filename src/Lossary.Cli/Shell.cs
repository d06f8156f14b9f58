using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lossary.Cli;

/// <summary>
/// Where a command reads and writes: results to <see cref="Out"/>, progress and warnings to <see cref="Error"/>.
/// </summary>
internal sealed class Shell
{
    private const int Redirected = 120;
    private const int Narrowest = 40;

    /// <summary>What <c>-</c> stands for as data.</summary>
    public required Stream In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether someone watches <see cref="Error"/>, so that a line may be drawn over.</summary>
    public bool IsWatched { get; init; }

    /// <summary>How many columns the watched line may take.</summary>
    public int ErrorWidth { get; init; } = Redirected;

    /// <summary>The colours of <see cref="Out"/>.</summary>
    public ColorSystemSupport Colours { get; init; } = ColorSystemSupport.NoColors;

    /// <summary>Columns of <see cref="Out"/>.</summary>
    public int Width { get; init; } = Redirected;

    /// <summary>Whether the terminal shows letters and signs beyond ASCII.</summary>
    public bool IsUnicode { get; init; } = true;

    /// <summary>The process's own streams, as its surroundings want them.</summary>
    public static Shell OfThisProcess()
    {
        bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool isAutomatic = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        Encoding encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (Console.IsOutputRedirected)
        {
            Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), encoding) { AutoFlush = true });
        }
        else
        {
            Console.OutputEncoding = encoding;
        }

        return new()
        {
            In = Console.OpenStandardInput(),
            Out = Console.Out,
            Error = Console.Error,
            IsWatched = !Console.IsErrorRedirected && !isDumb && !isAutomatic,
            ErrorWidth = WidthOfTerminal(Console.IsErrorRedirected),
            Colours = Console.IsOutputRedirected || isDumb ? ColorSystemSupport.NoColors : ColoursOfTerminal(),
            Width = WidthOfTerminal(Console.IsOutputRedirected),
            IsUnicode = !isDumb,
        };
    }

    /// <summary>
    /// Writes tables and texts to <see cref="Out"/>, as wide as it is and without blanks at the ends of lines.
    /// </summary>
    public void Print(IRenderable content)
    {
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colours == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = Colours,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = IsUnicode;
        console.Write(content);
        string[] lines = text.ToString().TrimEnd('\n').Split('\n');
        foreach (string line in lines)
        {
            Out.WriteLine(Spell(line.TrimEnd()));
        }
    }

    /// <summary>Writes a line to <see cref="Out"/>.</summary>
    public void Print(string line = "") => Out.WriteLine(Spell(line));

    /// <summary>The text as the terminal can show it.</summary>
    public string Spell(string text) => IsUnicode ? text : AsciiText.Of(text);

    private static ColorSystemSupport ColoursOfTerminal()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
        {
            return ColorSystemSupport.NoColors;
        }

        return Environment.GetEnvironmentVariable("COLORTERM") is "truecolor" or "24bit" ? ColorSystemSupport.TrueColor
            : Environment.GetEnvironmentVariable("TERM")?.Contains("256color", StringComparison.Ordinal) == true
            ? ColorSystemSupport.EightBit
            : ColorSystemSupport.Standard;
    }

    private static int WidthOfTerminal(bool isRedirected)
    {
        if (isRedirected)
        {
            return Redirected;
        }

        // Some terminals say 0.
        int width = Console.WindowWidth;
        return width < Narrowest ? Redirected : width;
    }
}
