using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using Spectre.Console;
using Bar = Lossary.Reports.Bar;

namespace Lossary.Cli;

/// <summary>A profile in a terminal: the target's shape, the facts with what they say, and what to look into.</summary>
internal static class ProfilePage
{
    private const int WidestPlot = 64;
    private const int MostClasses = 12;
    private const int WidestName = 24;
    private const int TailRows = 14;
    private const double NormalTail = 5;
    private static readonly Style Warning = new(Color.Yellow);

    public static void Print(Shell shell, DataProfile profile, IReadOnlyList<string> files)
    {
        Target target = profile.Target;
        shell.Print();
        shell.Print(new Text(shell.Spell($"{profile.Table.Name}: {target.Name}"), TextStyles.Strong));
        shell.Print(new Text(shell.Spell(
            $"{Quantity.Count(target.Count)} rows, {TaskNames.NameOf(target.Task)} ({target.Reason})"),
            TextStyles.Quiet));
        shell.Print();
        PrintTarget(shell, profile);
        foreach (FactGroup group in FactGroup.Of(profile))
        {
            shell.Print();
            shell.Print(new Text(group.Title, TextStyles.Strong));
            shell.Print(Facts(shell, group, profile));
            if (group.Facts.Any(fact => fact.Card == FactCatalogue.TailIndex && fact.Value < NormalTail))
            {
                shell.Print();
                TerminalSize size = new(Math.Min(shell.Width - 2, WidestPlot + 14), TailRows)
                {
                    Characters = shell.IsUnicode ? TerminalCharacters.Unicode : TerminalCharacters.Ascii,
                };
                shell.Print(PictureText.Of(TerminalPlot.Render(ProfileFigures.Tails(profile.Baseline!), size)));
            }
        }

        PrintFindings(shell, profile);
        foreach (string file in files)
        {
            shell.Print($"Plot: {file}");
        }
    }

    private static void PrintTarget(Shell shell, DataProfile profile)
    {
        int width = Math.Min(shell.Width - 4, WidestPlot);
        if (profile.Target.IsClass)
        {
            shell.Print(Classes(shell, profile.Target, width));
            return;
        }

        foreach (string line in HistogramLines.Of(
            profile.Target.Values, ProfileFigures.IsLogarithmic(profile), width, shell.IsUnicode))
        {
            shell.Print(new Text("  " + line, PictureText.StyleOf(new SeriesStyle(0))));
        }

        if (ProfileFigures.IsLogarithmic(profile))
        {
            shell.Print(new Text("  (logarithmic)", TextStyles.Quiet));
        }
    }

    private static Grid Classes(Shell shell, Target target, int width)
    {
        Bar[] bars =
        [
            .. target.ClassNames.Select((name, k) => new Bar(name, target.Classes.Count(k), new SeriesStyle(0)))
                .OrderByDescending(bar => bar.Value),
        ];
        Grid grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2))
            .AddColumn(new GridColumn().NoWrap().PadRight(2))
            .AddColumn(new GridColumn().NoWrap().RightAligned().PadRight(2))
            .AddColumn(new GridColumn().NoWrap().RightAligned());
        int longest = Math.Max(8, width - WidestName - 14);
        foreach (Bar bar in bars.Take(MostClasses))
        {
            string name = bar.Label.Length <= WidestName ? bar.Label : bar.Label[..(WidestName - 1)] + "…";
            int length = Math.Max(1, (int)Math.Round(longest * bar.Value / bars[0].Value));
            grid.AddRow(
                new Text(shell.Spell(name)),
                new Text(new string(shell.IsUnicode ? '█' : '#', length), PictureText.StyleOf(bar.Style)),
                new Text(Quantity.Count((long)bar.Value)),
                new Text(Quantity.Percent(bar.Value / target.Count), TextStyles.Quiet));
        }

        if (bars.Length > MostClasses)
        {
            double rest = bars.Skip(MostClasses).Sum(bar => bar.Value);
            grid.AddRow(
                new Text(shell.Spell($"{bars.Length - MostClasses} more"), TextStyles.Quiet), new Text(""),
                new Text(Quantity.Count((long)rest), TextStyles.Quiet),
                    new Text(Quantity.Percent(rest / target.Count), TextStyles.Quiet));
        }

        return grid;
    }

    private static Grid Facts(Shell shell, FactGroup group, DataProfile profile)
    {
        Grid grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2))
            .AddColumn(new GridColumn().NoWrap().PadRight(2))
            .AddColumn(new GridColumn());
        foreach (Fact fact in group.Facts)
        {
            grid.AddRow(
                new Text(shell.Spell(fact.Card.Title), TextStyles.Quiet),
                new Text(shell.Spell(FactText.WithInterval(fact))),
                new Text(shell.Spell(FactReading.Of(fact, profile) ?? "")));
        }

        return grid;
    }

    private static void PrintFindings(Shell shell, DataProfile profile)
    {
        if (profile.Findings.Count == 0)
        {
            return;
        }

        shell.Print();
        shell.Print(new Text("To look into", TextStyles.Strong));
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn());
        foreach (Finding finding in profile.Findings)
        {
            grid.AddRow(new Text(shell.IsUnicode ? "•" : "*", Warning), new Text(shell.Spell(finding.ToString())));
        }

        shell.Print(grid);
    }
}
