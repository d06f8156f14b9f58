using System.CommandLine;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary><c>--costs</c>: what mistakes cost, in two numbers or in a file.</summary>
internal sealed class CostOption
{
    /// <summary>As it stands in help.</summary>
    public Option<string?> Option { get; } = new("--costs")
    {
        HelpName = "UNDER,OVER|FILE",
        Description = "What a unit too little and a unit too much cost; of classes a miss and a false alarm. Or FP:FN, "
            + "the false alarm first; or a CSV file with the costs of taking the row's class for the column's.",
    };

    /// <summary>The costs of errors to either side, or of taking a class for another; both null if left out.</summary>
    /// <exception cref="UsageException">A number is missing or not positive.</exception>
    /// <exception cref="DataFileException">The file cannot be read as costs.</exception>
    public (ErrorCosts? OfErrors, ClassTable? OfClasses) Read(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        null => (null, null),
        string path when StatedNumbers.IsFile(path) => (null, ClassTable.ReadCosts(path)),
        string numbers => (CostsOf(numbers), null),
    };

    private static ErrorCosts CostsOf(string text)
    {
        // False alarms stand first where costs are written as a ratio, FP:FN.
        bool isRatio = text.Contains(':', StringComparison.Ordinal);
        double[] costs = StatedNumbers.Read("--costs", isRatio ? text.Replace(':', ',') : text, 2);
        try
        {
            return isRatio ? new(costs[1], costs[0]) : new(costs[0], costs[1]);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new UsageException(FormattableString.Invariant(
                $"--costs takes positive numbers, but is {error.ActualValue}."));
        }
    }
}
