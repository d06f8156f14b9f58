namespace Lossary.Training;

/// <summary>The class that scores or probabilities predict.</summary>
internal static class ClassOf
{
    /// <summary>The index of the largest value; of equal ones the first.</summary>
    public static int Largest(ReadOnlySpan<double> row)
    {
        int largest = 0;
        for (int j = 1; j < row.Length; j++)
        {
            if (row[j] > row[largest])
            {
                largest = j;
            }
        }

        return largest;
    }
}
