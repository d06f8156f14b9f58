using Lossary.Losses;
using Lossary.Reports;
using Spectre.Console;
using Table = Spectre.Console.Table;
using TableColumn = Spectre.Console.TableColumn;

namespace Lossary.Cli;

/// <summary>A loss explained in a terminal.</summary>
internal static class LossSheet
{
    private const int PlotRows = 18;
    private const int WidestPlot = 100;

    /// <summary>Between two columns of numbers.</summary>
    private const int Gap = 2;

    public static void Print(Shell shell, LossEntry entry, ILoss loss, double? cost)
    {
        shell.Print(new Text(LossLabel.Of(loss), TextStyles.Strong));
        shell.Print(new Text(loss.Card.Use));
        if (loss.Card.Avoid.Length > 0)
        {
            shell.Print(new Text(shell.Spell("Not where: " + loss.Card.Avoid)));
        }

        shell.Print();
        shell.Print(Facts(shell, entry, loss, cost));
        shell.Print();
        shell.Print(Samples(shell, entry, loss));
        shell.Print();
        TerminalSize size = new(Math.Min(shell.Width - 2, WidestPlot), PlotRows)
        {
            Characters = shell.IsUnicode ? TerminalCharacters.Unicode : TerminalCharacters.Ascii,
        };
        shell.Print(PictureText.Of(TerminalPlot.Render(LossPlot.Of(entry, loss), size)));
    }

    private static Grid Facts(Shell shell, LossEntry entry, ILoss loss, double? cost)
    {
        LossCard card = loss.Card;
        LossVariable variable = LossVariable.Of(entry);
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Row(grid, "formula", string.Join('\n', FormulaText.Lines(entry.Formula, shell.IsUnicode)));
        Row(grid, "", $"{shell.Spell(variable.Symbol)} is {shell.Spell(variable.Meaning)}");
        Row(grid, "key", string.Join(", ", [LossNamed.KeyOf(loss), .. card.Aliases]));
        Row(grid, "family", KebabCase.Of(entry.Family.ToString()));
        if (card.Tasks != LossTask.None)
        {
            Row(grid, "tasks", string.Join(", ", LossDescription.TasksOf(card)));
        }

        if (loss is IArrayLoss arrays)
        {
            Inputs(shell, grid, arrays);
        }
        else
        {
            Row(grid, "target", shell.Spell(card.Target.ToString()));
            Row(grid, "prediction", shell.Spell($"{card.Prediction}, {KebabCase.Of(card.Link.ToString())} link"));
        }

        Row(grid, "properties", string.Join(", ", PropertyNames.Of(loss.Traits)));
        Row(grid, "second derivatives", loss.Traits.SecondOrder switch
        {
            SecondOrder.Exact => "exact",
            SecondOrder.Held => "with weights or statistics held constant",
            _ => "none",
        });
        if (double.IsFinite(loss.Traits.LipschitzConstant))
        {
            Row(grid, "steepest slope", Numbers.Plain(loss.Traits.LipschitzConstant));
        }

        if (loss.Traits.Kinks.Count > 0)
        {
            string kinks = string.Join(", ", loss.Traits.Kinks.Select(Numbers.Plain));
            Row(grid, "kinks at", $"{shell.Spell(variable.Symbol)} = {kinks}");
        }

        Row(grid, "cost here", cost is double time ? $"{Numbers.Short(time)} ns a row, value and gradient" : null);
        foreach (ParameterCard parameter in card.Parameters)
        {
            string symbol = FormulaText.Lines(parameter.Symbol, shell.IsUnicode)[0];
            string name = symbol == parameter.Name ? symbol : $"{parameter.Name} ({symbol})";
            Row(
                grid,
                name,
                shell.Spell($"{parameter.Meaning}; {parameter.Range}, default {Numbers.Plain(parameter.Default)}"));
        }

        foreach (IGrouping<string, CallReading> library in LossTranslator.FromLoss(loss).GroupBy(
            call => call.Library.Title))
        {
            Row(grid, library.Key, string.Join('\n', library.Select(call => shell.Spell(call.Call))));
        }

        Row(grid, "Chinese", shell.IsUnicode ? card.Names.Chinese : null);
        Row(grid, "neighbours", shell.Spell(string.Join('\n', LossNeighbours.Of(entry).Select(Text))));
        Row(grid, "source", shell.Spell(card.Reference));
        return grid;
    }

    private static Table Samples(Shell shell, LossEntry entry, ILoss loss)
    {
        LossVariable variable = LossVariable.Of(entry);
        LossPoint[] points = LossVariable.At(entry, loss, variable.Samples);
        string[][] columns =
        [
            [shell.Spell(variable.Symbol), "loss", "1st derivative", "2nd derivative"],
            .. variable.Samples.Zip(points).Select(at => (string[])
                [Number(at.First), Number(at.Second.Value), Number(at.Second.Slope), Number(at.Second.Curvature)]),
        ];
        if (columns.Sum(column => column.Max(cell => cell.Length) + Gap) > shell.Width)
        {
            columns = [columns[0], .. columns.Skip(1).Where((_, i) => i % 2 == 0)];
        }

        Table table = new() { Border = TableBorder.None };
        table.AddColumn(new TableColumn(columns[0][0]).NoWrap().PadLeft(0).PadRight(Gap));
        foreach (string[] column in columns[1..])
        {
            table.AddColumn(new TableColumn(column[0]).NoWrap().RightAligned().PadLeft(0).PadRight(Gap));
        }

        for (int row = 1; row < columns[0].Length; row++)
        {
            table.AddRow([.. columns.Select(column => column[row])]);
        }

        return table;
    }

    private static string Number(double value) => Numbers.Short(value);

    private static void Row(Grid grid, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(text));
        }
    }

    private static void Inputs(Shell shell, Grid grid, IArrayLoss loss)
    {
        foreach ((int index, InputCard card) in loss.Inputs.Index())
        {
            string optional = card.IsOptional ? "optional " : "";
            string kind = KebabCase.Of(card.Kind.ToString()).Replace('-', ' ');
            string gradient = card.IsDifferentiable ? ", gradient" : "";
            Row(
                grid,
                index == 0 ? "inputs" : "",
                shell.Spell($"{card.Name} [{card.Shape}]: {card.Meaning}; {optional}{kind}{gradient}"));
        }
    }

    private static string Text(LossNeighbours neighbour) => neighbour.Difference.Length == 0
        ? neighbour.Entry.Card.Key
        : $"{neighbour.Entry.Card.Key}: {neighbour.Difference}";
}
