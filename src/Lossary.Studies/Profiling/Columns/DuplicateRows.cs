using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Rows that have the same features.</summary>
/// <param name="Share">Share of rows whose features another row has as well.</param>
/// <param name="ConflictShare">Share of rows of which another with the same features has another target.</param>
/// <param name="Repeats">How many rows repeat an earlier one, target included.</param>
internal sealed record DuplicateRows(double Share, double ConflictShare, int Repeats)
{
    /// <summary>
    /// Rows are told apart by 128 bits of hash: two that differ agree once in 10²⁹ tables of a million rows.
    /// </summary>
    public static DuplicateRows Find(IReadOnlyList<Column> features, Target target)
    {
        UInt128[] hashes = Hashes(features, target.Rows);
        int[] order = [.. Enumerable.Range(0, hashes.Length)];
        Array.Sort((UInt128[])hashes.Clone(), order);
        double duplicates = 0, conflicts = 0;
        int repeats = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && hashes[order[end]] == hashes[order[start]])
            {
                end++;
            }

            if (end - start > 1)
            {
                int distinct = order[start..end].Select(i => target.Values[i]).Distinct().Count();
                duplicates += end - start;
                conflicts += distinct > 1 ? end - start : 0;
                repeats += end - start - distinct;
            }
        }

        return new(duplicates / hashes.Length, conflicts / hashes.Length, repeats);
    }

    private static UInt128[] Hashes(IReadOnlyList<Column> features, ReadOnlySpan<int> rows)
    {
        UInt128[] hashes = new UInt128[rows.Length];
        foreach (Column column in features)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                ulong bits = column.Kind == ColumnKind.Numeric
                    ? BitConverter.DoubleToUInt64Bits(column.Numbers[rows[i]] + 0.0)
                    : (uint)column.Codes[rows[i]];
                hashes[i] = Mixed(hashes[i], bits);
            }
        }

        return hashes;
    }

    /// <summary>
    /// Two different multiplications of the same word, each followed by a fold of high bits onto low ones.
    /// </summary>
    private static UInt128 Mixed(UInt128 hash, ulong bits)
    {
        ulong high = ((ulong)(hash >> 64) ^ bits) * 0x9E3779B97F4A7C15;
        ulong low = ((ulong)hash + bits + 1) * 0xC2B2AE3D27D4EB4F;
        return new(high ^ (high >> 29), low ^ (low >> 32));
    }
}
