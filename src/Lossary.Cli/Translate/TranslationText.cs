using Lossary.Losses;
using Spectre.Console;

namespace Lossary.Cli;

/// <summary>Translations in a terminal.</summary>
internal static class TranslationText
{
    public static void Print(Shell shell, string asked, IReadOnlyList<CallReading> readings, bool isOurs)
    {
        if (isOurs)
        {
            ILoss loss = readings[0].Create();
            shell.Print(new Text(loss.Name, TextStyles.Strong));
            shell.Print(loss.Card.Use);
            shell.Print();
        }

        foreach ((int index, CallReading reading) in readings.Index())
        {
            if (index > 0)
            {
                shell.Print();
            }

            shell.Print(new Text(shell.Spell(isOurs ? reading.Call : reading.Create().Name), TextStyles.Strong));
            shell.Print(Facts(shell, asked, reading, isOurs));
        }
    }

    private static Grid Facts(Shell shell, string asked, CallReading reading, bool isOurs)
    {
        ILoss loss = reading.Create();
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(3)).AddColumn();
        if (!isOurs)
        {
            Row("is", $"{asked} ({reading.Library.Title})");
        }

        Row("value", reading.Value);
        Row("reduction", $"{reading.Library.Reduction} there; the mean here");
        Row("arguments", $"{reading.Library.Order} there; {Inputs(loss)} here");
        foreach ((int index, string difference) in reading.Differences().Index())
        {
            Row(index == 0 ? "differs" : "", difference);
        }

        if (!isOurs)
        {
            Row("in C#", LossCode.New(loss));
            Row("more", $"lossary show {loss.Name}");
        }

        return grid;

        void Row(string name, string text) =>
            grid.AddRow(new Text(name, TextStyles.Quiet), new Text(shell.Spell(text)));
    }

    /// <summary>What a loss is given, in the words of its batch.</summary>
    private static string Inputs(ILoss loss) => loss switch
    {
        IArrayLoss arrays => string.Join(", ", arrays.Inputs.Select(card => card.Name)),
        IClassLoss => "scores, targets",
        _ => "predictions, targets",
    };
}
