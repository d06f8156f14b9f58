using System.Globalization;
using System.Text;
using Lossary.Data;

namespace Lossary.Studies.Tests;

/// <summary>Profiles whose facts are stated instead of computed, on small tables of the right task.</summary>
internal static class Profiles
{
    private const int Rows = 40;

    /// <summary>A profile with facts as <c>outlier-share=0.03 noise-scale=2</c>.</summary>
    public static DataProfile Of(TaskKind task, string facts) => Of(TargetOf(task), facts);

    public static DataProfile Of((Table Table, Target Target) data, string facts) => new()
    {
        Table = data.Table,
        Target = data.Target,
        Facts = new(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FactOf)),
        Findings = [],
    };

    /// <summary>Targets 1 … 40, of which the spread is 14.456; counts 0 … 4; or two, or three classes named by letters.</summary>
    public static (Table Table, Target Target) TargetOf(TaskKind task) => Read(task, i => task switch
    {
        TaskKind.Regression => (i + 1).ToString(CultureInfo.InvariantCulture),
        TaskKind.Counts => (i % 5 * (i % 2)).ToString(CultureInfo.InvariantCulture),
        TaskKind.Binary => i % 4 == 0 ? "yes" : "no",
        _ => "abc"[i % 3].ToString(),
    });

    public static (Table Table, Target Target) Read(TaskKind task, Func<int, string> target)
    {
        StringBuilder text = new("x,y\n");
        for (int i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i * 7 % Rows},{target(i)}\n");
        }

        Table table = CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "test.csv");
        return (table, Target.Read(table, "y", new() { Task = task }));
    }

    private static Fact FactOf(string text)
    {
        string[] parts = text.Split('=');
        double[] numbers = [.. parts[1].Split("..").Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        FactCard card = FactCatalogue.Find(parts[0]) ?? throw new ArgumentException($"No fact '{parts[0]}'.", nameof(text));
        return numbers.Length == 1 ? new(card, numbers[0]) : new(card, numbers[1], numbers[0], numbers[2]);
    }
}
