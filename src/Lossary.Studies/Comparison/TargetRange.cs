using System.Globalization;
using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>Whether networks can learn a target's numbers, in single precision and around their spread.</summary>
internal static class TargetRange
{
    /// <summary>Errors of larger numbers cannot be squared and summed in double precision.</summary>
    public const double Largest = 1e100;

    /// <exception cref="DataFileException">
    /// A target, or the sum of their sizes, is beyond what can be computed with.
    /// </exception>
    public static void Check(Table table, Target target)
    {
        if (target.IsClass)
        {
            return;
        }

        double total = 0;
        foreach (double value in target.Values)
        {
            total += Math.Abs(value);
        }

        TargetScale scale = TargetScale.Of(LossCatalogue.Create("squared"), target.Values);
        int largest = 0;
        for (int i = 1; i < target.Count; i++)
        {
            largest = Math.Abs(target.Values[i]) > Math.Abs(target.Values[largest]) ? i : largest;
        }

        if (!double.IsFinite(total)
            || Math.Abs(target.Values[largest]) > Largest
            || !float.IsFinite((float)scale.Encode(target.Values[largest])))
        {
            throw new DataFileException(
                table.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{target.Values[largest]:G4} is too large to be learnt beside the others; divide the column, or "
                    + $"leave the row out."),
                table.LineOf(target.Rows[largest]),
                target.Name);
        }
    }
}
