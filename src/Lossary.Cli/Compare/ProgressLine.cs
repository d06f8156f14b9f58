using System.Diagnostics;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>
/// How far a comparison has come, on standard error: a line that is drawn over, or a line a tenth without a terminal.
/// </summary>
internal sealed class ProgressLine(Shell shell, bool isQuiet)
{
    private const int BarWidth = 24;
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _done;
    private int _length;

    public void Begin(string text)
    {
        if (!isQuiet)
        {
            shell.Error.WriteLine(shell.Spell(text));
        }
    }

    /// <summary>May be called from any thread; a report that comes late is left out.</summary>
    public void Report(ComparisonProgress progress)
    {
        lock (_lock)
        {
            if (isQuiet || progress.Done <= _done)
            {
                return;
            }

            bool isTenth = 10 * progress.Done / progress.Total != 10 * _done / progress.Total;
            _done = progress.Done;
            string text = Describe(progress);
            if (shell.IsWatched)
            {
                // A line that wraps cannot be drawn over.
                text = text.Length < shell.ErrorWidth ? text : text[..(shell.ErrorWidth - 1)];
                shell.Error.Write("\r" + text.PadRight(_length));
                _length = text.Length;
            }
            else if (isTenth)
            {
                shell.Error.WriteLine(text);
            }
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (_length > 0)
            {
                shell.Error.Write("\r" + new string(' ', _length) + "\r");
                _length = 0;
            }
        }
    }

    private string Describe(ComparisonProgress progress)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_started);
        int trained = progress.Done - progress.Found;
        string left = trained == 0
            ? ""
            : $", {Quantity.Duration(elapsed * ((double)(progress.Total - progress.Done) / trained))} left";
        int filled = BarWidth * progress.Done / progress.Total;
        string bar = shell.IsWatched && shell.IsUnicode
            ? new string('━', filled) + new string('─', BarWidth - filled) + "  "
            : "";
        return $"{bar}{progress.Done} of {progress.Total} trainings{left}";
    }
}
